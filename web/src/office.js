import "./office.css";
import "htmx.org";
