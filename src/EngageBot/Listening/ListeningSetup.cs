using EngageBot.Conversing;
using Microsoft.Extensions.Options;

namespace EngageBot.Listening;

internal static class ListeningSetup
{
    public static void AddListening(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ListeningOptions>().BindConfiguration(ListeningOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ListeningOptions>, ListeningOptionsValidator>();
        builder.Services.AddSingleton<HeldReplies>();
        builder.Services.AddSingleton<Withdrawals>();
        builder.Services.AddSingleton<BackupShelf>();
        builder.Services.AddSingleton<Bookmarks>();
        builder.Services.AddSingleton<MentionShelf>();
        builder.Services.AddSingleton<CarefulReader>();
        builder.Services.AddSingleton<MentionIntake>();
        builder.Services.AddSingleton<Gaps>();
        builder.Services.AddSingleton<Listener>();
        builder.Services.AddSingleton<OwnTimeline>();
        builder.Services.AddSingleton<Rechecks>();
        builder.Services.AddSingleton<Parents>();
        builder.Services.AddSingleton<OwnAccounts>();
        builder.Services.AddHostedService(services => services.GetRequiredService<OwnAccounts>());
        builder.Services.AddHostedService<ListeningService>();
        builder.Services.AddHostedService<UpkeepService>();
        builder.Services.AddSingleton<ForgettingService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ForgettingService>());
    }
}
