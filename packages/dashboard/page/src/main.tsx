// Begins the page.
import { render } from "preact";
import "uplot/dist/uPlot.min.css";
import "./styles.css";
import { App } from "./app";
import { connect } from "./connection";
import { applyTheme } from "./theme";

const place = document.getElementById("app");
if (place !== null) {
  applyTheme();
  render(<App />, place);
  connect();
}
