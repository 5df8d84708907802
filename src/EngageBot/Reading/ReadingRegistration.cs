using EngageBot.Language.Encoder;
using EngageBot.Language.Heads;
using EngageBot.Language.Identification;

namespace EngageBot.Reading;

/// <summary>Puts the reader at the line's disposal.</summary>
internal static class ReadingRegistration
{
    /// <summary>Reads the weights now: a missing or damaged file must stop the start, not the first mention.</summary>
    /// <exception cref="HeadsException">The weights of the heads are missing or damaged.</exception>
    /// <exception cref="WeightsException">Those of the encoder are.</exception>
    /// <exception cref="LanguagesException">The table of languages is.</exception>
    public static WebApplicationBuilder AddReading(this WebApplicationBuilder builder)
    {
        _ = LanguageIdentifier.Shipped;
        var encoder = SentenceEncoder.Load();
        builder.Services.AddSingleton(encoder);
        builder.Services.AddSingleton(new IntentHeads(IntentHeads.LoadShipped(), encoder));
        builder.Services.AddSingleton<MentionReader>();
        return builder;
    }
}
