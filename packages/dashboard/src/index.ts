// The dashboard for the command line and for other programs.
export { type Dashboard, type DashboardOptions, startDashboard } from "./dashboard.js";
