package io.jenkins.plugins.slacknotify.migration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A setting of the System page as an import changes it.
 *
 * @param value the new value; null where the present one stays
 * @param notes the differences, and what cannot be imported, for an administrator
 */
public record ImportedSetting(@CheckForNull String value, List<String> notes) {
    public ImportedSetting {
        notes = List.copyOf(notes);
    }
}
