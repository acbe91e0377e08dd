package io.bellwether.core.source;

/**
 * What the reference says about a code: each module lists those that it raises.
 *
 * @param meaning what is the matter, in a sentence
 * @param fix what a person does about it
 */
public record CodeEntry(String code, String title, String meaning, String fix) {}
