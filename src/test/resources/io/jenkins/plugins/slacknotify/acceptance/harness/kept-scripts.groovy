// Runs scripts as the script console does, at an address of its own, and keeps what was compiled of those that ran well.
import java.util.concurrent.ConcurrentHashMap
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.control.customizers.ImportCustomizer
import org.codehaus.groovy.runtime.InvokerHelper
import org.kohsuke.stapler.CapturedParameterNames
import org.kohsuke.stapler.HttpResponse
import org.kohsuke.stapler.HttpResponses
import org.kohsuke.stapler.StaplerRequest2

class KeptScripts implements RootAction {
    private static final int MOST = 100
    private final Map<String, Class<?>> kept = new ConcurrentHashMap<>()

    String getIconFileName() { null }
    String getDisplayName() { null }
    String getUrlName() { 'kept-scripts' }

    // Stapler would log a warning, as no class file has the name of the parameter.
    @CapturedParameterNames(['request'])
    HttpResponse doRun(StaplerRequest2 request) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER)
        def printed = new StringWriter()
        def out = new PrintWriter(printed)
        try {
            def groovy = request.getParameter('script')
            def compiled = kept.get(groovy) ?: compile(groovy)
            def arguments = request.getParameterValues('argument') ?: [] as String[]
            def result = InvokerHelper.createScript(compiled, new Binding(out: out, arguments: arguments)).run()
            if (result != null) out.println('Result: ' + result)
            if (kept.size() >= MOST) kept.clear()
            kept.put(groovy, compiled)
        } catch (Throwable e) {
            Functions.printStackTrace(e, out)
        }
        HttpResponses.text(printed.toString())
    }

    private static Class<?> compile(String groovy) {
        def configuration = new CompilerConfiguration()
        configuration.addCompilationCustomizers(
            new ImportCustomizer().addStarImports('jenkins', 'jenkins.model', 'hudson', 'hudson.model'))
        new GroovyShell(Jenkins.get().pluginManager.uberClassLoader, new Binding(), configuration).parse(groovy).class
    }
}
Jenkins.get().actions << new KeptScripts()
null
