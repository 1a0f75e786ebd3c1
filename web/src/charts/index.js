// Loaded only on pages that have charts.
import "./charts.css";
import { start } from "./draw.ts";

start();
