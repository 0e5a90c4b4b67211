package io.jenkins.plugins.networkshell.engine.backup.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.Evidence;
import io.jenkins.plugins.networkshell.engine.backup.Proof;
import java.util.List;
import java.util.Locale;

/** Writes {@code evidence.json}, without secrets, for people and programs. */
final class EvidenceJson {
    private EvidenceJson() {}

    static String of(String device, Evidence evidence, List<FiledConfiguration> filed) {
        ObjectNode object = ArchiveJson.object()
                .put("device", device)
                .put("takenAt", evidence.takenAt().toString())
                .put("host", evidence.host())
                .put("port", evidence.port())
                .put("platform", evidence.platform())
                .put("serverVersion", evidence.serverVersion())
                .put("hostKey", evidence.hostKey());
        ObjectNode algorithms = object.putObject("algorithms");
        evidence.algorithms().forEach(algorithms::put);
        object.putObject("facts")
                .put("hostName", evidence.facts().hostName())
                .put("model", evidence.facts().model())
                .put("serial", evidence.facts().serial())
                .put("version", evidence.facts().version());
        object.put("unsaved", evidence.unsaved().name().toLowerCase(Locale.ROOT));
        ArrayNode configurations = object.putArray("configurations");
        for (FiledConfiguration configuration : filed) {
            configuration(configurations.addObject(), configuration);
        }
        object.put("toolVersion", evidence.toolVersion());
        return ArchiveJson.text(object);
    }

    private static void configuration(ObjectNode object, FiledConfiguration filed) {
        ArchiveJson.file(object, filed.file());
        object.put("canonicalSha256", filed.canonicalSha256());
        CapturedConfiguration configuration = filed.captured();
        object.put("command", configuration.rules().command());
        ObjectNode proof = object.putObject("proof");
        if (configuration.proof() instanceof Proof.EndMark mark) {
            proof.put("endMark", mark.line());
        } else if (configuration.proof() instanceof Proof.ReadsAgree reads) {
            proof.put("readsThatAgree", reads.reads());
        } else {
            proof.put("found", true);
        }
        if (configuration.changedBy() != null) {
            ArchiveJson.changedBy(object.putObject("changedBy"), configuration.changedBy());
        }
    }
}
