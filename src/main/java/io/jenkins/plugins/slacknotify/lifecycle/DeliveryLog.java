package io.jenkins.plugins.slacknotify.lifecycle;

import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.outbox.OutboxListener;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes each change of a delivery to Jenkins' log: as a warning what a person has to fix, the rest as info or fine. */
final class DeliveryLog implements OutboxListener {
    private static final Logger LOGGER = Logger.getLogger(DeliveryLog.class.getName());

    @Override
    public void changed(Delivery delivery) {
        LOGGER.log(level(delivery), () -> DeliveryReport.describe(delivery) + " " + describe(delivery));
    }

    private static Level level(Delivery delivery) {
        return switch (delivery.state()) {
            case REFUSED, EXPIRED -> Level.WARNING;
            // Once is news, the tenth repetition is noise.
            case HELD -> delivery.attempts() == 1 ? Level.WARNING : Level.FINE;
            case DISCARDED -> Level.INFO;
            case SENT, FOLDED -> delivery.note() == null ? Level.FINE : Level.INFO;
            case WAITING, UNCERTAIN -> delivery.attempts() == 1 ? Level.INFO : Level.FINE;
            case SENDING -> Level.FINE;
        };
    }

    private static String describe(Delivery delivery) {
        String note = delivery.note() == null ? "" : ": " + delivery.note();
        return switch (delivery.state()) {
            case SENT -> "was delivered" + note;
            case FOLDED -> "was delivered together with others" + note;
            case HELD -> "is held until this is fixed" + note;
            case DISCARDED -> "was discarded";
            case REFUSED -> "was not delivered and will not be" + note;
            case EXPIRED -> "was not delivered in time" + note;
            case WAITING -> "waits and will be tried again" + note;
            case UNCERTAIN -> "may have been delivered and will be looked for" + note;
            case SENDING -> "is on its way";
        };
    }
}
