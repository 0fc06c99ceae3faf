/* For wine only: Windows has icuuc.dll (ICU) since 10, wine 8 has not, and Qt6Core.dll does not load without.

   Every converter is “not there”: Qt then leaves the encodings that it does not know itself alone, as it
   would for a name that ICU does not know. This never goes into anything that is given to a reader. */

typedef void *converter;
enum { U_UNSUPPORTED_ERROR = 16 };

static void refuse(int *status) {
    if (status)
        *status = U_UNSUPPORTED_ERROR;
}

converter ucnv_open(const char *name, int *status) { refuse(status); return 0; }
void ucnv_close(converter it) {}
void ucnv_reset(converter it) {}
signed char ucnv_getMaxCharSize(converter it) { return 1; }
const char *ucnv_getName(converter it, int *status) { refuse(status); return 0; }
void ucnv_getToUCallBack(converter it, void **action, const void **context) { *action = 0; *context = 0; }
void ucnv_getFromUCallBack(converter it, void **action, const void **context) { *action = 0; *context = 0; }
void ucnv_setToUCallBack(converter it, void *action, void *context, void **a, void **c, int *status) { refuse(status); }
void ucnv_setFromUCallBack(converter it, void *action, void *context, void **a, void **c, int *status) { refuse(status); }
void ucnv_toUnicode(converter it, void **to, void *end, void **from, void *limit, int *offsets, char flush, int *status) { refuse(status); }
void ucnv_fromUnicode(converter it, void **to, void *end, void **from, void *limit, int *offsets, char flush, int *status) { refuse(status); }
void ucnv_cbToUWriteUChars(void *call, void *text, int length, int offset, int *status) { refuse(status); }
void ucnv_cbFromUWriteUChars(void *call, void *text, void *end, int offset, int *status) { refuse(status); }
int ucnv_toUCountPending(converter it, int *status) { refuse(status); return 0; }
int ucnv_fromUCountPending(converter it, int *status) { refuse(status); return 0; }
const char *ucnv_getStandardName(const char *name, const char *standard, int *status) { refuse(status); return 0; }
const char *ucnv_getAvailableName(int number) { return 0; }
int ucnv_countAvailable(void) { return 0; }
void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
