using EngageBot.Conversing;
using EngageBot.Drafting.Rewording;

namespace EngageBot.Drafting;

/// <summary>Puts the drafter at the line's disposal.</summary>
internal static class DraftingRegistration
{
    public static WebApplicationBuilder AddDrafting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Drafter>();
        builder.Services.AddSingleton<DraftShelf>();
        builder.Services.AddSingleton<RecentMentions>();
        builder.Services.AddSingleton<Redrafting>();
        builder.AddRewording();
        return builder;
    }
}
