package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import io.jenkins.plugins.networkshell.engine.backup.archive.VersionFile;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * Downloads a configuration with its secrets, exactly as the device printed it. This is the only way a secret leaves
 * the archive, so it checks {@link BackupPermissions#RAW} itself.
 */
final class RawText implements HttpResponse {
    private final String name;
    private final byte[] text;

    private RawText(String name, byte[] text) {
        this.name = name;
        this.text = text;
    }

    /** @param configuration empty for the primary one */
    static HttpResponse of(Job<?, ?> job, String device, int number, String configuration) throws IOException {
        job.checkPermission(BackupPermissions.RAW);
        ArchiveTexts texts = ArchiveTexts.of(job);
        Version version = texts.version(device, number).orElse(null);
        VersionFile file = version == null
                ? null
                : version.file(Util.fixEmpty(configuration)).orElse(null);
        if (file == null) {
            return HttpResponses.errorWithoutStack(404, Messages.RawText_Gone(device, number));
        }
        return new RawText(file.file(), texts.raw(device, version, file).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + Util.rawEncode(name));
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }
}
