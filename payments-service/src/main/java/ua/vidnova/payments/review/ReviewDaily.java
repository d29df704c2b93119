package ua.vidnova.payments.review;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.time.KyivCalendar;

/** Holds the review every night. */
@ApplicationScoped
public class ReviewDaily {

  private final ReviewAwards reviewAwards;
  private final KyivCalendar calendar;

  @Inject
  ReviewDaily(ReviewAwards reviewAwards, KyivCalendar calendar) {
    this.reviewAwards = reviewAwards;
    this.calendar = calendar;
  }

  @Scheduled(cron = "${vidnova.payments.review.cron}", timeZone = "Europe/Kyiv")
  void everyNight() {
    reviewAwards.review(calendar.today(), false);
  }
}
