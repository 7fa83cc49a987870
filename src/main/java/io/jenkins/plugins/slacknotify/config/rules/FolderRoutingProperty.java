package io.jenkins.plugins.slacknotify.config.rules;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Descriptor.FormException;
import hudson.model.Item;
import io.jenkins.plugins.slacknotify.config.form.FormBinding;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * Folder property with destinations, templates and rules for the builds in the folder; a multibranch project is a folder, too. Its names
 * are known in this folder only, and its credentials are looked up as the build sees them.
 *
 * <p>This class is not loaded where the Folders plugin is missing, so nothing else may refer to it.
 */
public class FolderRoutingProperty extends AbstractFolderProperty<AbstractFolder<?>> {
    private List<DestinationConfig> destinations = new ArrayList<>();
    private List<TemplateConfig> templates = new ArrayList<>();
    private List<RuleConfig> rules = new ArrayList<>();

    @DataBoundConstructor
    public FolderRoutingProperty() {
        // Everything has a setter.
    }

    public List<DestinationConfig> getDestinations() {
        return List.copyOf(destinations);
    }

    /** @throws IllegalArgumentException where one of them is invalid or names a workspace, or two have one name */
    @DataBoundSetter
    public void setDestinations(@CheckForNull List<DestinationConfig> destinations) {
        this.destinations = FormLists.copy(destinations);
        RoutingValidator.requireValidOfFolder(this.destinations);
    }

    public List<TemplateConfig> getTemplates() {
        return List.copyOf(templates);
    }

    /** @throws IllegalArgumentException where one of them is invalid, or two have one name */
    @DataBoundSetter
    public void setTemplates(@CheckForNull List<TemplateConfig> templates) {
        this.templates = FormLists.copy(templates);
        RoutingValidator.requireValid("templates", this.templates, TemplateConfig::getName);
    }

    /** The rules, in the order in which they are evaluated. */
    public List<RuleConfig> getRules() {
        return List.copyOf(rules);
    }

    /** @throws IllegalArgumentException where one of them is invalid */
    @DataBoundSetter
    public void setRules(@CheckForNull List<RuleConfig> rules) {
        this.rules = FormLists.copy(rules);
        RoutingValidator.requireValid("rules", this.rules);
    }

    /** {@inheritDoc} What is stored here and sent back as it is does not keep anybody from saving the page of the folder. */
    @CheckForNull
    @Override
    public AbstractFolderProperty<?> reconfigure(StaplerRequest2 request, @CheckForNull JSONObject form)
            throws FormException {
        return form == null ? null : bind(request, form, this);
    }

    /** @return null for an empty form, so that the folder does not keep an empty property */
    @CheckForNull
    private static FolderRoutingProperty bind(StaplerRequest2 request, JSONObject form, FolderRoutingProperty before)
            throws FormException {
        RoutingForm.complete(form);
        return FormBinding.bind("slackNotifyFolder", () -> {
            FolderRoutingProperty given = before.changed(form, request::bindJSON);
            return given.isEmpty() ? null : given;
        });
    }

    /** Makes an object of a type from the part of a form that is about this object. */
    @FunctionalInterface
    interface Binder {
        <T> T bind(Class<T> type, JSONObject form);
    }

    /** @throws IllegalArgumentException where somebody has entered what is invalid */
    FolderRoutingProperty changed(JSONObject form, Binder binder) {
        FolderRoutingProperty given = new FolderRoutingProperty();
        given.destinations =
                RoutingForm.bind(form, "destinations", one -> binder.bind(DestinationConfig.class, one), destinations);
        given.templates = RoutingForm.bind(form, "templates", one -> binder.bind(TemplateConfig.class, one), templates);
        given.rules = RoutingForm.bind(form, "rules", one -> binder.bind(RuleConfig.class, one), rules);
        RoutingValidator.requireNoNewProblem(
                new RoutingValidator.FolderLists(destinations, templates),
                new RoutingValidator.FolderLists(given.destinations, given.templates));
        return given;
    }

    @Override
    protected void setOwner(AbstractFolder<?> owner) {
        super.setOwner(owner);
        Stream.of(destinations, templates, rules)
                .forEach(list -> ListElement.warnOfInvalid("the folder " + owner.getFullName(), list));
    }

    private boolean isEmpty() {
        return destinations.isEmpty() && templates.isEmpty() && rules.isEmpty();
    }

    private Object readResolve() {
        return XmlDefaults.complete(this, new FolderRoutingProperty());
    }

    /** Registers the property for every kind of folder. */
    @Extension(optional = true)
    @Symbol("slackNotifyFolder")
    public static class DescriptorImpl extends AbstractFolderPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.FolderRoutingProperty_displayName();
        }

        /** @return null for an empty form, so that the folder does not keep an empty property */
        @CheckForNull
        @Override
        public AbstractFolderProperty<?> newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            return bind(request, form, new FolderRoutingProperty());
        }
    }

    /** Provides the property to the routing of builds. */
    @Extension(optional = true)
    public static class ScopeProvider implements RuleScopeProvider {
        @Override
        public Optional<RuleScopeConfig> scopeOf(Item item) {
            return item instanceof AbstractFolder<?> folder ? scope(folder) : Optional.empty();
        }

        // In a method of its own, so that Jenkins leaves this extension out where the Folders plugin is missing.
        private static Optional<RuleScopeConfig> scope(AbstractFolder<?> folder) {
            return folder.getProperties().getAll(FolderRoutingProperty.class).stream()
                    .map(own -> new RuleScopeConfig(
                            RuleScope.FOLDER, folder.getFullName(), own.destinations, own.templates, own.rules))
                    .findFirst();
        }
    }
}
