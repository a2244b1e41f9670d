/** The client's types lead into the Worker, whose runtime has a stream that a browser has not. */
interface Crypto {
	DigestStream: typeof DigestStream;
}
