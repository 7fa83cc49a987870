package io.jenkins.plugins.slacknotify.control.maintenance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.PeriodicWork;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.maintenance.Maintenance;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.restrictions.suppressions.SuppressRestrictedWarnings;

/**
 * The maintenance of this Jenkins: it is quieted down, which shows a banner on each page, and the channels with builds that run or wait
 * are told, once, and when it is over.
 *
 * <p>Jenkins reports nobody that it is quieted down, or prepares a restart, so this looks every few seconds; what began and ended in
 * between is not told. What was told is in a file, so that the end is told after a restart, too.
 */
@Extension
public class JenkinsMaintenance extends PeriodicWork implements Maintenance {
    private static final Logger LOGGER = Logger.getLogger(JenkinsMaintenance.class.getName());
    private static final long EVERY_SECONDS = 10;

    private final Clock clock = Clock.systemUTC();
    private final MaintenanceNotices notices = new MaintenanceNotices(clock);

    public static JenkinsMaintenance get() {
        return ExtensionList.lookupSingleton(JenkinsMaintenance.class);
    }

    private static MaintenanceFile file() {
        return new MaintenanceFile(
                Jenkins.get().getRootDir().toPath().resolve("slack-notify").resolve("maintenance.properties"));
    }

    @Override
    public long getRecurrencePeriod() {
        return TimeUnit.SECONDS.toMillis(EVERY_SECONDS);
    }

    @Override
    protected void doRun() {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            look();
        }
    }

    private synchronized void look() {
        Jenkins jenkins = Jenkins.get();
        if (jenkins.isTerminating()) {
            return;
        }
        Optional<MaintenanceFile.Stored> told = file().read();
        if (!jenkins.isQuietingDown()) {
            told.ifPresent(this::over);
        } else if (told.isEmpty()) {
            tell(new MaintenanceFile.Stored(clock.instant().toString(), null, reason(jenkins), List.of()));
        } else if (isDue(told.get().until())) {
            jenkins.doCancelQuietDown();
            over(told.get());
        }
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
        Optional<MaintenanceFile.Stored> told = file().read();
        boolean quiet = Jenkins.get().isQuietingDown();
        if (told.isPresent() && told.get().request().equals(request)) {
            return new Begun(told.get().window());
        }
        if (quiet) {
            return new AlreadyQuiet(told.map(MaintenanceFile.Stored::window)
                    .orElseGet(() -> new Window(null, reason(Jenkins.get()), 0)));
        }
        told.ifPresent(this::over);
        try {
            Jenkins.get().doQuietDown(false, 0, reason.isEmpty() ? null : reason, false);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not quiet Jenkins down", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Instant until = clock.instant().plus(lasting);
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return new Begun(tell(new MaintenanceFile.Stored(request, until, reason, List.of()))
                    .window());
        }
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
                ? Optional.of(file().read()
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
