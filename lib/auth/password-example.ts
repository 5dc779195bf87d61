/** Shown where a password is chosen, and therefore refused as one. */
export const PASSWORD_EXAMPLE = "cầu ao mùa hè tiếng gà gáy";
