export { letters } from "../../lib/keys/letters";
