import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/phone.css";
import "./styles/message.css";
import "./styles/panels.css";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
