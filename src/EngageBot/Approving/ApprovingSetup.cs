using EngageBot.Approving.Finding;
using EngageBot.Approving.Knowing;
using EngageBot.Approving.Makers;
using EngageBot.Approving.Rules;
using EngageBot.Approving.Together;
using Microsoft.Extensions.Options;

namespace EngageBot.Approving;

internal static class ApprovingSetup
{
    public static void AddApproving(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ApprovingOptions>().BindConfiguration(ApprovingOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ApprovingOptions>, ApprovingOptionsValidator>();
        builder.Services.AddSingleton<VoiceGuard>();
        builder.Services.AddSingleton<RuleBook>();
        builder.Services.AddSingleton<SecondLook>();
        builder.Services.AddSingleton<Proposals>();
        builder.Services.AddSingleton<Moves>();
        builder.Services.AddSingleton<Holding>();
        builder.Services.AddSingleton<Signing>();
        builder.Services.AddSingleton<KeptDrafts>();
        builder.Services.AddSingleton<Claims>();
        builder.Services.AddSingleton<Presences>();
        builder.Services.AddSingleton<Assignments>();
        builder.Services.AddSingleton<Notes>();
        builder.Services.AddSingleton<Approvals>();
        builder.Services.AddSingleton<Corrections>();
        builder.Services.AddSingleton<QueueNumbers>();
        builder.Services.AddSingleton<ApprovalQueue>();
        builder.Services.AddSingleton<MentionDesk>();
        builder.Services.AddSingleton<MentionSearch>();
        builder.Services.AddHostedService<SaidBacklog>();
        builder.Services.AddSingleton<UnansweredQuestions>();
        builder.Services.AddSingleton<QuestionGroups>();
        builder.Services.AddSingleton<OwedAnswers>();
        builder.Services.AddSingleton<FoundOut>();
        builder.Services.AddSingleton<MakerDesk>();
        builder.Services.AddSingleton<MakerDoor>();
        builder.Services.AddSingleton<MakerBoard>();
        builder.Services.AddSingleton<MakerSnippets>();
        builder.Services.AddSingleton<Acquaintances>();
        builder.Services.AddSingleton<HeldAbout>();
        builder.Services.AddSingleton<Oblivion>();
        builder.Services.AddSingleton<SourceUses>();
        builder.Services.AddSingleton<PromiseAlarm>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PromiseAlarm>());
        builder.Services.AddSingleton<CurtainCall>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CurtainCall>());
        builder.Services.AddSingleton<SnoozeAlarm>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SnoozeAlarm>());
    }
}
