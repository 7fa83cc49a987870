package io.jenkins.plugins.slacknotify.lifecycle;

import io.jenkins.plugins.slacknotify.inbound.socket.SocketStatus;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatus;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of the inbound service at a moment.
 *
 * @param running whether requests are taken at all
 * @param requests what has come in since the start of Jenkins
 * @param sockets the connections by Socket Mode, by the name of their app and in the order of these names
 * @param waiting how many acts and answers wait or are under way
 * @param store whether the disk has everything, and whether a copied home asks first
 * @param problems sentences that say what is wrong with credentials and environment variables, and what to do; without a secret
 */
public record InboundReport(
        boolean running,
        InboundStatus requests,
        Map<String, SocketStatus> sockets,
        int waiting,
        StoreCondition store,
        List<String> problems) {
    public InboundReport {
        problems = List.copyOf(problems);
        sockets = Collections.unmodifiableMap(new TreeMap<>(sockets));
    }
}
