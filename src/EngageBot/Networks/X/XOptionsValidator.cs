using Microsoft.Extensions.Options;

namespace EngageBot.Networks.X;

[OptionsValidator]
internal sealed partial class XOptionsValidator : IValidateOptions<XOptions>;
