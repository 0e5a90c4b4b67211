package io.jenkins.plugins.networkshell.cli.options;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmsInUse;
import java.io.IOException;

/** The negotiated algorithms of a connection, for the documents of several commands. */
public final class AlgorithmsJson {
    private AlgorithmsJson() {}

    /** @param algorithms null if there was no connection */
    public static void write(JsonGenerator json, AlgorithmsInUse algorithms) throws IOException {
        if (algorithms == null) {
            json.writeNullField("algorithms");
            return;
        }
        json.writeObjectFieldStart("algorithms");
        json.writeStringField("keyExchange", algorithms.keyExchange());
        json.writeStringField("hostKey", algorithms.hostKey());
        json.writeStringField("cipher", algorithms.cipher());
        json.writeStringField("mac", algorithms.usedMac().orElse(null));
        json.writeStringField("compression", algorithms.compression());
        json.writeEndObject();
    }
}
