/** What can be set; and what is kept where. */
export function SettingsScreen() {
  return <h1>Settings</h1>;
}
