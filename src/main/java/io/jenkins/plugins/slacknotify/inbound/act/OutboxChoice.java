package io.jenkins.plugins.slacknotify.inbound.act;

import io.jenkins.plugins.slacknotify.event.text.Sha256;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The choice of an act as entries of the queue's own outbox, of which there is nothing to do: they are only remembered.
 *
 * @param request the id of the request
 * @param lane for the entries
 */
record OutboxChoice(Outbox outbox, StoredActs stored, InstantSource clock, String request, String lane)
        implements ActChoice {
    @Override
    public Optional<String> kept() {
        return read(request).map(StoredActs.KeptChoice::choice);
    }

    @Override
    public void keep(String chosen) {
        if (!isNew(request, chosen)) {
            known(request);
        }
    }

    /** {@inheritDoc} A deed whose text was forgotten has ended long ago. */
    @Override
    public boolean take(String deed) {
        String name = Sha256.hex(deed);
        return isNew(name, deed)
                || find(name).filter(Delivery::isAbridged).isEmpty()
                        && known(name).request().equals(request);
    }

    /** Writes a choice. Returns false where one is written already. */
    private boolean isNew(String name, String chosen) {
        try {
            return outbox.acceptDurably(new Entry(
                    name + ActQueue.CHOICE_SUFFIX, lane, clock.instant(), stored.writeChoice(request, chosen)));
        } catch (IOException e) {
            throw new NotKeptException("The disk does not take what was chosen", e);
        }
    }

    private StoredActs.KeptChoice known(String name) {
        return read(name)
                .orElseThrow(() -> new NotKeptException("What an earlier attempt has chosen cannot be read", null));
    }

    /**
     * Returns the delivery of a choice. Throws if the disk cannot be read now: without the choice, the act would be done to something else,
     * or twice.
     */
    private Optional<Delivery> find(String name) {
        try {
            return outbox.read(name + ActQueue.CHOICE_SUFFIX);
        } catch (IOException e) {
            throw new NotKeptException("What an earlier attempt has chosen cannot be read", e);
        }
    }

    private Optional<StoredActs.KeptChoice> read(String name) {
        return find(name)
                .flatMap(delivery -> stored.read(delivery.entry().payload(), id -> ReplyTicket.NONE))
                .filter(StoredActs.KeptChoice.class::isInstance)
                .map(StoredActs.KeptChoice.class::cast);
    }
}
