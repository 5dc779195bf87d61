/** The colours do not depend on the width, nor sizes on the colours: two looks show every combination's faults. */
export const SCREENS = [
  { width: 320, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;
