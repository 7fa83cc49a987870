package io.jenkins.plugins.slacknotify.config;

import hudson.XmlFile;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Items;
import hudson.util.XStream2;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * The former names of classes whose objects Jenkins stores in XML. Files with these names are still read; they get the present names
 * when they are saved.
 *
 * <p>Where a stored class is renamed or moved, it gets a line here.
 */
public final class StoredTypeNames {
    private static final Logger LOGGER = Logger.getLogger(StoredTypeNames.class.getName());
    private static final String ROOT = "io.jenkins.plugins.slacknotify.";
    private static final Map<String, String> RENAMED = new TreeMap<>();

    static {
        rename("config.AddressAlias", "config.people.AliasConfig");
        rename("config.NotificationChoice", "config.people.PreferencesConfig");
        rename("config.PersonalMessages", "config.people.DirectMessagesConfig");
        rename("config.rules.MessageTemplate", "config.rules.TemplateConfig");
        rename("config.rules.NamedDestination", "config.rules.DestinationConfig");
        rename("config.rules.NotificationRule", "config.rules.RuleConfig");
        rename("config.rules.SlackNotifyFolder", "config.rules.FolderRoutingProperty");
        rename("config.rules.SlackNotifyRules", "config.rules.JobRulesProperty");
        rename("config.rules.SlackWorkspace", "config.rules.WorkspaceConfig");
        rename("config.rules.TemplateWording", "config.rules.WordingConfig");
    }

    private StoredTypeNames() {}

    private static void rename(String before, String now) {
        RENAMED.put(ROOT + before, ROOT + now);
    }

    /** The present name of each class by its former name. */
    static Map<String, String> byFormerName() {
        return Map.copyOf(RENAMED);
    }

    /** Makes the former names known to the readers of jobs, folders and settings, before Jenkins reads any of them. */
    @Initializer(fatal = false, before = InitMilestone.PLUGINS_STARTED)
    public static void register() {
        RENAMED.forEach((before, now) -> {
            register(Items.XSTREAM2, before, now);
            register(Jenkins.XSTREAM2, before, now);
        });
    }

    /** The file of settings with a reader that knows the former names; the reader of {@link XmlFile} itself does not. */
    static XmlFile settingsFile(File file) {
        return new XmlFile(Jenkins.XSTREAM2, file);
    }

    /** Leaves out a class that cannot be loaded, as that of the folder property where the Folders plugin is missing. */
    private static void register(XStream2 reader, String before, String now) {
        try {
            reader.addCompatibilityAlias(before, Class.forName(now, false, StoredTypeNames.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            LOGGER.log(Level.FINE, e, () -> now + " is not there, so " + before + " cannot be read");
        }
    }
}
