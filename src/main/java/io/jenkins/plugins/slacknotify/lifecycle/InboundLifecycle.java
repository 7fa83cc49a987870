package io.jenkins.plugins.slacknotify.lifecycle;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.http.HttpReply;
import io.jenkins.plugins.slacknotify.inbound.http.HttpRequest;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import java.io.IOException;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;

/**
 * The holder of this Jenkins' one way in for Slack, which it starts and stops with Jenkins, and with the settings.
 *
 * <p>While everything is switched off there is nothing: no thread, no open file. Safe for use by many threads.
 */
@Extension
public class InboundLifecycle {
    private static final Logger LOGGER = Logger.getLogger(InboundLifecycle.class.getName());

    private final Clock clock = Clock.systemUTC();
    private final InboundStatistics statistics = new InboundStatistics(clock);

    /** Null while everything is off. */
    @CheckForNull
    private volatile InboundService service;

    /** Whether Jenkins has come so far that requests may have effects, and is not stopping. */
    private volatile boolean started;

    /** Returns the one instance of this Jenkins. */
    public static InboundLifecycle get() {
        return ExtensionList.lookupSingleton(InboundLifecycle.class);
    }

    /** Starts. Runs when the jobs are loaded, because acts are done at once. */
    @Initializer(after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void start() {
        get().started = true;
        get().reconfigure();
    }

    /** Stops. What was acknowledged and not done by now is done after the next start. */
    @Terminator
    public static void stop() {
        get().started = false;
        get().reconfigure();
    }

    /**
     * Takes one HTTP request that was sent to the address for Slack.
     *
     * @throws IOException where its body cannot be read
     */
    public HttpReply receive(HttpRequest request) throws IOException {
        InboundService running = service;
        return running == null ? HttpReply.switchedOff() : running.http().handle(request);
    }

    /** Takes changed settings or credentials into account, soon, on another thread. */
    public void settingsChanged() {
        if (started) {
            Timer.get().execute(this::reconfigure);
        }
    }

    private synchronized void reconfigure() {
        try {
            InboundDecisions decisions = InboundDecisions.now();
            if (started && decisions.settings().enabled()) {
                running(decisions).configure(decisions);
            } else {
                end();
            }
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The new settings of the way in for Slack do not count yet", e);
        }
    }

    private InboundService running(InboundDecisions decisions) {
        InboundService running = service;
        if (running == null) {
            Responder nobody = (origin, answer) -> new SendResult.Refused("There is no other way to answer");
            running = new InboundService(decisions.settings(), statistics, nobody, clock);
            running.start();
            service = running;
        }
        return running;
    }

    private void end() {
        InboundService ending = service;
        service = null;
        if (ending != null) {
            try {
                ending.close();
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "Could not close what is kept of Slack's requests", e);
            }
        }
    }
}
