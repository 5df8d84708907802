namespace EngageBot.Language.Encoder;

/// <summary>The weights cannot be used; the message says what to do.</summary>
internal sealed class WeightsException(string path, string fault, Exception? cause = null) : Exception(
    $"The encoder's weights {path} {fault}. Restore the file from the repository, or make it again with the command make-encoder of the benchmarks.",
    cause);
