// Made from contracts/src/Anchor.sol by contracts/generate.ts; change the Solidity and run it again.
export const anchorAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "operator",
        "type": "address"
      },
      {
        "internalType": "uint64",
        "name": "anchoredSize",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      }
    ],
    "name": "JournalNotGrowing",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "operator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      }
    ],
    "name": "Anchored",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      }
    ],
    "name": "anchor",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "operator",
        "type": "address"
      }
    ],
    "name": "latest",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "size",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "anchoredAt",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const anchorBytecode = '0x6080604052348015600e575f5ffd5b5061027f8061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610034575f3560e01c80634a4aac1a14610038578063db2c4aca146100a2575b5f5ffd5b61007861004636600461020b565b5f602081905290815260409020805460019091015467ffffffffffffffff808216916801000000000000000090041683565b6040805193845267ffffffffffffffff928316602085015291169082015260600160405180910390f35b6100b56100b0366004610245565b6100b7565b005b335f8181526020819052604090206001015467ffffffffffffffff90811691908290849081168210610149576040517f2631eafd00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff909316600484015267ffffffffffffffff918216602484015216604482015260640160405180910390fd5b50506040805160608101825285815267ffffffffffffffff8581166020808401828152428416858701908152335f818152808552889020965187559151600190960180549151861668010000000000000000027fffffffffffffffffffffffffffffffff000000000000000000000000000000009092169690951695909517949094179092558351888152918201529092507f89a6d921e8e91c18be78a016997c04625db0d36e402bd063eb22521fe39e03c0910160405180910390a2505050565b5f6020828403121561021b575f5ffd5b813573ffffffffffffffffffffffffffffffffffffffff8116811461023e575f5ffd5b9392505050565b5f5f60408385031215610256575f5ffd5b82359150602083013567ffffffffffffffff81168114610274575f5ffd5b80915050925092905056' as const;
