/** What a rule asks, where the translation of axe-core lacks it. */
export const lackingRules: Record<"fr" | "de", Record<string, string>> = {
  fr: {
    "aria-braille-equivalent": "Un texte pour le braille doit avoir aussi un texte ordinaire",
    "aria-conditional-attr": "Les attributs ARIA doivent convenir au rôle de l’élément",
    "aria-deprecated-role": "Les rôles ARIA obsolètes ne doivent pas être utilisés",
    "aria-prohibited-attr": "Un élément ne doit pas avoir d’attribut ARIA interdit",
    "aria-tab-name": "Chaque onglet doit avoir un nom",
    "summary-name": "Chaque élément <summary> doit avoir un texte",
  },
  de: {
    "aria-tab-name": "Jede Registerkarte muss einen Namen haben",
  },
};
