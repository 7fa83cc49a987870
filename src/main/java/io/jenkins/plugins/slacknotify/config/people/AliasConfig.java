package io.jenkins.plugins.slacknotify.config.people;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.people.policy.Alias;
import io.jenkins.plugins.slacknotify.people.policy.PeopleInputValidator;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An alias as it is stored and shown in forms: an address or name, and the address that it stands for. */
public class AliasConfig implements Describable<AliasConfig> {
    private final String from;
    private final String to;

    /** @throws IllegalArgumentException where the alias can fit nobody */
    @DataBoundConstructor
    public AliasConfig(@CheckForNull String from, @CheckForNull String to) {
        this.from = Util.fixNull(from).strip();
        this.to = Util.fixNull(to).strip();
        FieldValidation.throwIfInvalid(PeopleInputValidator.validateAlias(this.from, this.to));
    }

    private AliasConfig() {
        from = "";
        to = "";
    }

    private Object readResolve() {
        return XmlDefaults.complete(this, new AliasConfig());
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    /** Converts the alias for the engine; empty where it can fit nobody, as somebody else than a form may have written it. */
    Stream<Alias> toAlias() {
        return PeopleInputValidator.validateAlias(from, to).isPresent()
                ? Stream.empty()
                : Stream.of(new Alias(from, to));
    }

    /** The form of a row. */
    @Extension
    public static class DescriptorImpl extends Descriptor<AliasConfig> {
        @POST
        public FormValidation doCheckTo(@QueryParameter String from, @QueryParameter String value) {
            return FieldValidation.forAdministrators(
                    () -> PeopleInputValidator.validateAlias(from.strip(), value.strip()));
        }
    }
}
