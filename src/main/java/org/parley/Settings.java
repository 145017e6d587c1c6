package org.parley;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings, each as {@code --parley.name=value} or {@code PARLEY_NAME=value}.
 *
 * @param store folder of the persistent store; created when it is not there
 * @param sources folder with {@code ontology/}, {@code data/} and {@code queries/}; without it the
 *     working directory if it holds them, else those that came with the program
 * @param documents folder with the documents themselves; with it the page of a document shows its
 *     text, without it only where its passages stand
 * @param token who sends it may change the data; without it nobody may
 */
@ConfigurationProperties(prefix = "parley", ignoreUnknownFields = false)
record Settings(
    @DefaultValue("store") Path store,
    @Nullable Path sources,
    @Nullable Path documents,
    @Nullable String token) {}
