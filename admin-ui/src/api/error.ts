interface Wrong {
	status: number;
	code: string;
	message: string;
	fields?: Record<string, string> | undefined;
	requestId?: string | null;
}

/** What the Worker says when it can't do something; status 0 if it could not be reached. */
export class ApiError extends Error {
	readonly status: number;
	readonly code: string;
	readonly fields: Record<string, string>;
	readonly requestId: string | null;

	constructor({ status, code, message, fields = {}, requestId = null }: Wrong) {
		super(message);
		this.name = "ApiError";
		this.status = status;
		this.code = code;
		this.fields = fields;
		this.requestId = requestId;
	}

	/** Of an answer in the API's own shape, or of whatever stood between. */
	static async of(response: {
		status: number;
		headers: Headers;
		text(): Promise<string>;
	}): Promise<ApiError> {
		const { status } = response;
		try {
			const { error, request_id } = JSON.parse(await response.text());
			const { code, message, fields } = error;
			return new ApiError({ status, code, message, fields, requestId: request_id });
		} catch {
			const requestId = response.headers.get("x-request-id");
			return new ApiError({ status, code: "internal", message: "", requestId });
		}
	}
}
