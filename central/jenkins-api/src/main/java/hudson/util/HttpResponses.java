package hudson.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import net.sf.json.JSONArray;
import org.kohsuke.stapler.HttpResponse;

public class HttpResponses extends org.kohsuke.stapler.HttpResponses {
    public static native HttpResponse okJSON(@NonNull JSONArray data);
}
