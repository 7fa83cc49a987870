package io.jenkins.plugins.slacknotify.engine.stored;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;

/**
 * The stored form of a tie to an earlier message.
 *
 * @param kind the name of a {@link Relation.Kind}, or {@link #REACTION} or {@link #FILE}
 * @param deliveryId the delivery of the earlier message
 * @param since the delivery of the latest message before; null in what earlier versions wrote, and where there is none
 */
record StoredRelation(
        String kind, String deliveryId, @CheckForNull String since) {
    StoredRelation(String kind, String deliveryId) {
        this(kind, deliveryId, null);
    }

    static final String REACTION = "REACTION";
    static final String FILE = "FILE";

    @CheckForNull
    static StoredRelation of(@CheckForNull Relation relation) {
        return relation == null
                ? null
                : new StoredRelation(relation.kind().name(), relation.deliveryId(), relation.since());
    }

    Relation toRelation() {
        return new Relation(EnumNames.required(Relation.Kind.class, kind), deliveryId, since);
    }

    /** The delivery, where the kind of the notification says what it is to it. */
    String requiredDeliveryId() {
        return requireNonNull(deliveryId, "deliveryId");
    }
}
