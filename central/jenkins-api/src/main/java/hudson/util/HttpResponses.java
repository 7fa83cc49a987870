package hudson.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;

public class HttpResponses extends org.kohsuke.stapler.HttpResponses {
    public static native HttpResponse okJSON(@NonNull JSONArray data);

    public static native HttpResponse okJSON(@NonNull JSONObject data);
}
