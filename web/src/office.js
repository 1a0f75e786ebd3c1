// Everything works without this file, as plain pages and forms; it saves clicks, keeps drafts and shows progress.
import "./office.css";
import htmx from "htmx.org";
import { keepDrafts } from "./scripts/drafts.js";
import { moveOnEnter } from "./scripts/enter.js";
import { followFindings } from "./scripts/findings.js";
import { sendOnChange, closeMenus, focusWhatCame } from "./scripts/frame.js";
import { takeLocations } from "./scripts/location.js";
import { answerByKeys } from "./scripts/survey.js";
import { showUpload } from "./scripts/upload.js";
import { showShares } from "./scripts/votes.js";

sendOnChange();
closeMenus();
focusWhatCame();
showUpload(htmx);
followFindings();
keepDrafts(htmx);
takeLocations(htmx);
answerByKeys(htmx);
moveOnEnter();
showShares();
