package io.jenkins.plugins.slacknotify.engine.stored;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;

/**
 * The stored form of a tie to an earlier message.
 *
 * @param kind the name of a {@link Relation.Kind}, or {@link #REACTION} or {@link #FILE}
 * @param deliveryId the delivery of the earlier message
 */
record StoredRelation(String kind, String deliveryId) {
    static final String REACTION = "REACTION";
    static final String FILE = "FILE";

    @CheckForNull
    static StoredRelation of(@CheckForNull Relation relation) {
        return relation == null ? null : new StoredRelation(relation.kind().name(), relation.deliveryId());
    }

    Relation toRelation() {
        return new Relation(EnumNames.required(Relation.Kind.class, kind), deliveryId);
    }

    /** The delivery, where the kind of the notification says what it is to it. */
    String requiredDeliveryId() {
        return requireNonNull(deliveryId, "deliveryId");
    }
}
