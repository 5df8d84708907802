namespace EngageBot.Language.Identification;

/// <summary>The table of languages cannot be used; the message says why and what to do.</summary>
internal sealed class LanguagesException(string path, string fault, Exception? cause = null) : Exception(
    $"The table of languages {path} {fault}. Restore the file from the repository, or make it again with the command make-languages of the benchmarks.",
    cause);
