package ua.vidnova.localstack.process;

/** The thread was asked to give up its wait; its interrupt flag is set again. */
public final class Interrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Interrupted(InterruptedException cause) {
    super(cause);
  }

  public static Interrupted of(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new Interrupted(cause);
  }
}
