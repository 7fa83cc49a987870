package io.jenkins.plugins.slacknotify.control.maintenance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.PeriodicWork;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.maintenance.Maintenance;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.memory.RecurringFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.restrictions.suppressions.SuppressRestrictedWarnings;

/**
 * The maintenance of this Jenkins: it is quieted down, which shows a banner on each page, and the channels with builds that run or wait
 * are told, once, and when it is over.
 *
 * <p>Jenkins reports nobody that it is quieted down, or prepares a restart, so this looks every few seconds; what began and ended in
 * between is not told. What nobody has asked for in Slack is told unless the settings forbid it. What was told is in a file, so that the
 * end is told after a restart, too.
 *
 * <p>At the end of its time, a maintenance is ended only while Jenkins is quiet for its sake. Where somebody has Jenkins prepare a shutdown
 * or a restart meanwhile, that is theirs to end.
 */
@Extension
public class JenkinsMaintenance extends PeriodicWork implements Maintenance {
    private static final Logger LOGGER = Logger.getLogger(JenkinsMaintenance.class.getName());
    private static final long EVERY_SECONDS = 10;
    private static final String NO_REASON =
            "Jenkins is in maintenance. Builds that run go on, and no other one starts.";

    private final Clock clock = Clock.systemUTC();
    private final MaintenanceNotices notices = new MaintenanceNotices(clock);

    /**
     * The reason for which this class made Jenkins quiet, as Jenkins has it: this very object, as another quiet-down may have the same
     * words. Jenkins forgets at a restart that it is quiet, so this need not last longer. Guarded by this.
     */
    private final Set<String> ownReason = Collections.newSetFromMap(new IdentityHashMap<>());

    private final RecurringFailure looking = new RecurringFailure(LOGGER);

    public static JenkinsMaintenance get() {
        return ExtensionList.lookupSingleton(JenkinsMaintenance.class);
    }

    private static MaintenanceFile file() {
        return new MaintenanceFile(EngineLifecycle.home().resolve("maintenance.properties"), EngineLifecycle.host());
    }

    @Override
    public long getRecurrencePeriod() {
        return TimeUnit.SECONDS.toMillis(EVERY_SECONDS);
    }

    @Override
    protected void doRun() {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            look();
            looking.end();
        } catch (UncheckedIOException e) {
            looking.log(e, () -> "What was told of a maintenance cannot be looked after");
        }
    }

    private synchronized void look() {
        Jenkins jenkins = Jenkins.get();
        if (jenkins.isTerminating()) {
            return;
        }
        Optional<MaintenanceFile.Stored> told = told(jenkins);
        if (!jenkins.isQuietingDown()) {
            told.ifPresent(this::over);
        } else if (told.isEmpty()) {
            if (SlackNotifyConfiguration.get().isQuietDownNotices()) {
                tell(new MaintenanceFile.Stored(clock.instant().toString(), null, reason(jenkins), List.of()));
            }
        } else if (isDue(told.get().until())) {
            jenkins.doCancelQuietDown();
            over(told.get());
        } else if (!told.equals(file().read())) {
            leave(told.get());
        }
    }

    /** Returns the window that was told. It has no end where somebody has quieted Jenkins down since, or prepares a restart. */
    private Optional<MaintenanceFile.Stored> told(Jenkins jenkins) {
        Optional<MaintenanceFile.Stored> told = file().read();
        return jenkins.isQuietingDown() && !isOurs(jenkins)
                ? told.map(window -> window.until() == null
                        ? window
                        : new MaintenanceFile.Stored(window.request(), null, reason(jenkins), window.notices()))
                : told;
    }

    /** Lets a window go on without an end that somebody else has made theirs. */
    private static void leave(MaintenanceFile.Stored window) {
        LOGGER.info(
                "Somebody else has Jenkins start no builds since the maintenance began: it does not end by itself any more");
        file().write(window);
    }

    private boolean isOurs(Jenkins jenkins) {
        String reason = jenkins.getQuietDownReason();
        return reason != null && ownReason.contains(reason) && !isAboutToRestart(jenkins);
    }

    private boolean isDue(@CheckForNull Instant until) {
        return until != null && !clock.instant().isBefore(until);
    }

    private static String reason(Jenkins jenkins) {
        String reason = jenkins.getQuietDownReason();
        if (reason != null && !reason.isBlank()) {
            return reason;
        }
        return isAboutToRestart(jenkins) ? "it restarts when they have ended" : "";
    }

    /** Whether builds go on after a restart, or when somebody says so. Jenkins tells it nobody but its own pages otherwise. */
    @SuppressRestrictedWarnings(Jenkins.class)
    private static boolean isAboutToRestart(Jenkins jenkins) {
        return jenkins.isPreparingSafeRestart();
    }

    /** Writes it down first: a notice too few is better than one in each round. */
    private MaintenanceFile.Stored tell(MaintenanceFile.Stored window) {
        file().write(window);
        MaintenanceFile.Stored told =
                new MaintenanceFile.Stored(window.request(), window.until(), window.reason(), notices.begin(window));
        file().write(told);
        return told;
    }

    private void over(MaintenanceFile.Stored window) {
        notices.over(window);
        file().delete();
    }

    @Override
    public Outcome begin(ActOrigin origin, Duration lasting, String reason) {
        return asAdministrator(origin, () -> begin(origin.request(), lasting, reason));
    }

    private synchronized Outcome begin(String request, Duration lasting, String reason) {
        Jenkins jenkins = Jenkins.get();
        Optional<MaintenanceFile.Stored> told = told(jenkins);
        Optional<MaintenanceFile.Stored> same =
                told.filter(window -> window.request().equals(request));
        if (same.isPresent() && hasBegun(same.get())) {
            return new Begun(same.get().window());
        }
        if (same.isEmpty() && jenkins.isQuietingDown()) {
            return new AlreadyQuiet(
                    told.map(MaintenanceFile.Stored::window).orElseGet(() -> new Window(null, reason(jenkins), 0)));
        }
        MaintenanceFile.Stored window = same.orElseGet(
                () -> new MaintenanceFile.Stored(request, clock.instant().plus(lasting), reason, List.of()));
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            if (same.isEmpty()) {
                told.ifPresent(this::over);
            }
            // The end is stored before Jenkins becomes quiet: after a crash, nobody would end the maintenance
            // otherwise.
            file().write(window);
            if (!jenkins.isQuietingDown()) {
                quietDown(jenkins, reason);
            }
            return new Begun(tell(window).window());
        }
    }

    /** Returns whether a request needs nothing more. Its first attempt may have been cut off before Jenkins was quiet, or anybody told. */
    private boolean hasBegun(MaintenanceFile.Stored window) {
        return window.until() == null
                || isDue(window.until())
                || !window.notices().isEmpty();
    }

    private void quietDown(Jenkins jenkins, String reason) {
        try {
            jenkins.doQuietDown(false, 0, reason.isEmpty() ? NO_REASON : reason, false);
        } catch (IOException e) {
            throw new UncheckedIOException("Jenkins could not be quieted down", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Jenkins stops", e);
        }
        ownReason.clear();
        ownReason.add(jenkins.getQuietDownReason());
    }

    @Override
    public Outcome end(ActOrigin origin) {
        return asAdministrator(origin, this::end);
    }

    private synchronized Outcome end() {
        Jenkins jenkins = Jenkins.get();
        if (!jenkins.isQuietingDown()) {
            return new NotQuiet();
        }
        jenkins.doCancelQuietDown();
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            file().read().ifPresent(this::over);
        }
        return new Over();
    }

    @Override
    public synchronized Optional<Window> current() {
        return Jenkins.get().isQuietingDown()
                ? Optional.of(told(Jenkins.get())
                        .map(MaintenanceFile.Stored::window)
                        .orElseGet(() -> new Window(null, reason(Jenkins.get()), 0)))
                : Optional.empty();
    }

    private static Outcome asAdministrator(ActOrigin origin, Supplier<Outcome> act) {
        return AsAccount.call(
                        origin.account(),
                        () -> Jenkins.get().hasPermission(Jenkins.ADMINISTER) ? act.get() : new Refused())
                .orElseGet(Refused::new);
    }
}
