package ua.vidnova.registry.imports;

/** Whose list it is. */
public enum ListSource {
  /** Пенсійний фонд: people who drew a pension. */
  PENSION_FUND,
  /** Реєстр територіальної громади: people with a registered residence. */
  HROMADA,
  /** Декларації про вибір лікаря первинної допомоги. */
  HEALTH_DECLARATIONS
}
