package ua.vidnova.medical.need;

/** Why a need will not be met by a visit. */
public enum ClosingReason {
  /** The same was asked before. */
  REPEATED,
  DECLINED,
  MOVED_AWAY,
  NOT_FOUND,
  HELPED_OTHERWISE
}
