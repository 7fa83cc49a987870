package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Descriptor;
import hudson.model.User;
import hudson.model.UserProperty;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.structs.describable.DescribableModel;

/** The time zone in which a user reads and types times. */
public final class UserTimeZone {
    private UserTimeZone() {}

    /** Returns the time zone of the user of this thread. */
    public static ZoneId current() {
        return of(User.current());
    }

    /**
     * The zone that a user chose of Jenkins, or else that of the Jenkins process, as on the pages of Jenkins itself. What comes from Slack
     * runs as no user.
     */
    public static ZoneId of(@CheckForNull User user) {
        try {
            return chosen(user) instanceof String id && !id.isBlank()
                    ? ZoneId.of(id, ZoneId.SHORT_IDS)
                    : ZoneId.systemDefault();
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }

    /**
     * The id that a user chose on the page "Preferences"; null where there is none. Jenkins keeps the class
     * of that property for itself, so it is read by its symbol, as Configuration as Code does it.
     */
    @CheckForNull
    private static Object chosen(@CheckForNull User user) {
        Descriptor<?> kind = SymbolLookup.get().findDescriptor(UserProperty.class, "timezone");
        UserProperty property =
                user == null || kind == null ? null : user.getProperty(kind.clazz.asSubclass(UserProperty.class));
        return property == null
                ? null
                : DescribableModel.uninstantiate_(property).get("timeZoneName");
    }
}
