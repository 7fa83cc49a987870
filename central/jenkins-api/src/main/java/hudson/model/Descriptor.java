package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.XmlFile;
import hudson.security.Permission;
import jakarta.servlet.ServletException;
import java.io.IOException;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class Descriptor<T extends Describable<T>> implements Saveable {
    public final transient Class<? extends T> clazz;

    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz;
    }

    protected Descriptor() {
        this(null);
    }

    @NonNull
    public native String getDisplayName();

    public native String getId();

    public native T newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject formData) throws FormException;

    protected native void addHelpFileRedirect(
            String fieldName, Class<? extends Describable> owner, String fieldNameToRedirectTo);

    public native boolean configure(StaplerRequest2 req, JSONObject json) throws FormException;

    @Nullable
    public native String getGlobalConfigPage();

    @NonNull
    public native Permission getRequiredGlobalConfigPagePermission();

    @Override
    public synchronized native void save();

    public synchronized native void load();

    protected native XmlFile getConfigFile();

    public static final class FormException extends Exception implements HttpResponse {
        public FormException(String message, String formField) {
            super(message);
        }

        public FormException(Throwable cause, String formField) {
            super(cause);
        }

        public native String getFormField();

        @Override
        public native void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node)
                throws IOException, ServletException;
    }
}
