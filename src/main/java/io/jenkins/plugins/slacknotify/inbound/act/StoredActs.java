package io.jenkins.plugins.slacknotify.inbound.act;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes and reads what the queue keeps: requests, and the answers that follow them. */
final class StoredActs {
    /** The version of the format. What a newer version has written is left alone. */
    static final int VERSION = 1;

    private static final Logger LOGGER = Logger.getLogger(StoredActs.class.getName());

    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

    /** What a line of the queue says. */
    sealed interface Kept {}

    record KeptRequest(InboundRequest request) implements Kept {}

    record KeptAnswer(RequestOrigin origin, Answer answer) implements Kept {}

    /** @param request the id of the request whose choice it is */
    record KeptChoice(String request, String choice) implements Kept {}

    /** The part of a line that every version of the format has. */
    private record Header(int v, @CheckForNull String type) {}

    String write(InboundRequest request) {
        return gson.toJson(StoredRequestWriter.write(request));
    }

    String write(RequestOrigin origin, Answer answer) {
        return gson.toJson(StoredAnswer.of(StoredRequestOrigin.of(origin), answer));
    }

    /** @param request the id of the request */
    String writeChoice(String request, String choice) {
        return gson.toJson(new StoredChoice(VERSION, StoredChoice.TYPE, request, choice));
    }

    /**
     * Reads what this class has written.
     *
     * @param tickets finds the ticket of a request by its id
     * @return empty where a newer version has written it
     */
    Optional<Kept> read(String json, Function<String, ReplyTicket> tickets) {
        try {
            Header header = gson.fromJson(json, Header.class);
            if (header.v() > VERSION) {
                return Optional.empty();
            }
            if (StoredAnswer.TYPE.equals(header.type())) {
                StoredAnswer answer = gson.fromJson(json, StoredAnswer.class);
                return Optional.of(new KeptAnswer(
                        answer.origin().toOrigin(tickets.apply(answer.origin().id())), answer.toAnswer()));
            }
            if (StoredChoice.TYPE.equals(header.type())) {
                StoredChoice choice = gson.fromJson(json, StoredChoice.class);
                return Optional.of(new KeptChoice(choice.request(), choice.choice()));
            }
            StoredRequest request = gson.fromJson(json, StoredRequest.class);
            return Optional.of(new KeptRequest(
                    request.toRequest(tickets.apply(request.origin().id()))));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A request from Slack on disk cannot be understood, and waits", e);
            return Optional.empty();
        }
    }
}
