namespace EngageBot.Reading;

/// <summary>Puts the reader at the line's disposal.</summary>
internal static class ReadingRegistration
{
    public static WebApplicationBuilder AddReading(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MentionReader>();
        return builder;
    }
}
